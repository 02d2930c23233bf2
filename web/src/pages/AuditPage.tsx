// The audit, for administrators: who asked or did what, the newest first, and who comes near the answer budget. The
// choices and the place in the list are in the address.
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "@mantine/core";
import { Link, useSearchParams } from "react-router";
import { AuditFilters, filterNames, type AuditWords } from "../audit/AuditFilters";
import { auditQuestion } from "../audit/auditQuestion";
import { AuditTable } from "../audit/AuditTable";
import { NearBudgetCard } from "../audit/NearBudgetCard";
import { Shell } from "../shell/Shell";
import { Trouble, troubleText } from "../shell/Trouble";

export function AuditPage() {
  const [search, setSearch] = useSearchParams();
  const words = Object.fromEntries(
    filterNames.map((name) => [name, search.get(name) ?? ""]),
  ) as unknown as AuditWords;
  const before = /^[1-9]\d{0,8}$/.exec(search.get("before") ?? "")?.[0];
  const { data, error, refetch } = useQuery(auditQuestion, {
    variables: { ...words, before: before === undefined ? null : Number(before) },
    // It grows while one looks, by this question too.
    fetchPolicy: "network-only",
    notifyOnNetworkStatusChange: true,
  });
  const chosen = new URLSearchParams(
    filterNames.flatMap((name) => (words[name] ? [[name, words[name]]] : [])),
  );
  const page = data?.audit;
  const last = page?.lines.at(-1)?.number;
  const olderSearch = new URLSearchParams([...chosen, ["before", String(last)]]).toString();
  return (
    <Shell title="Audit" synthetic={false}>
      <h1 className="sentence">
        <strong>Audit</strong>
      </h1>
      <p className="lead">
        Who asked or did what. Lines are added and never changed, each tied to the one before;{" "}
        <code>npm run audit -- verify</code> walks the whole chain.
      </p>
      <div className="stack">
        <section className="card" aria-labelledby="lines-title">
          <div className="card-head">
            <h2 id="lines-title">Lines</h2>
            <div className="card-actions">
              <Button component="a" href={`/audit.csv?${chosen.toString()}`} variant="default" size="xs">
                Download CSV
              </Button>
            </div>
          </div>
          <AuditFilters
            key={chosen.toString()}
            words={words}
            onChange={(next) =>
              setSearch(
                filterNames.flatMap((name): [string, string][] => (next[name] ? [[name, next[name]]] : [])),
              )
            }
          />
          {error !== undefined ? (
            <Trouble
              title="The audit cannot be shown."
              text={troubleText(error)}
              onRetry={() => void refetch().catch(() => undefined)}
            />
          ) : page === undefined ? (
            <Skeleton height={320} mt={20} animate={false} aria-label="Loading" />
          ) : page.lines.length === 0 ? (
            <p className="reading audit-none">No line is like that.</p>
          ) : (
            <AuditTable lines={page.lines} />
          )}
          <nav className="audit-pages" aria-label="Pages of the audit">
            {before !== undefined && <Link to={{ search: chosen.toString() }}>Newest</Link>}
            {page?.older === true && <Link to={{ search: olderSearch }}>Older</Link>}
          </nav>
        </section>
        {page !== undefined && <NearBudgetCard near={page.nearBudget} />}
      </div>
    </Shell>
  );
}
