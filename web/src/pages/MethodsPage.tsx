// Every definition in use, written out from the vocabulary that the server itself computes with, and the conventions.
import { useQuery } from "@apollo/client/react";
import { isSynthetic } from "@afterglow/shared";
import { useEffect, type ReactNode } from "react";
import { useLocation } from "react-router";
import { datasetsQuestion } from "../cohort/questions";
import { Shell } from "../shell/Shell";
import { AddressMethods } from "./methods/AddressMethods";
import { DisclosureMethods } from "./methods/DisclosureMethods";
import { EndpointMethods } from "./methods/EndpointMethods";
import { InstrumentMethods } from "./methods/InstrumentMethods";
import { StatisticsMethods } from "./methods/StatisticsMethods";
import { TreatmentMethods } from "./methods/TreatmentMethods";
import { ConditionMethods, SideEffectMethods, VisitMethods } from "./methods/TermMethods";

interface Section {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly body: ReactNode;
}

const sections: readonly Section[] = [
  {
    id: "endpoints",
    label: "Endpoints",
    note: "Derived once, when a release is published, for each course and measure.",
    body: <EndpointMethods />,
  },
  {
    id: "instruments",
    label: "Instruments",
    note: "Each is used by its own rules. Instruments are never pooled silently.",
    body: <InstrumentMethods />,
  },
  { id: "visits", label: "Visits", note: "Windows of days after the first session.", body: <VisitMethods /> },
  {
    id: "conditions",
    label: "Conditions",
    note: "What the course was given for, and the instrument that is the condition's own.",
    body: <ConditionMethods />,
  },
  {
    id: "treatment",
    label: "Treatment",
    note: "Modalities as the clinic sends them; protocol and maintenance derived from the days of the sessions.",
    body: <TreatmentMethods />,
  },
  {
    id: "side-effects",
    label: "Side effects",
    note: "Plain terms, grouped by body system; no licensed dictionary.",
    body: <SideEffectMethods />,
  },
  {
    id: "statistics",
    label: "Statistics",
    note: "Computed from counts, and held to R's results on every case.",
    body: <StatisticsMethods />,
  },
  {
    id: "disclosure",
    label: "Disclosure policy",
    note: "What may leave the server, and what this does not promise.",
    body: <DisclosureMethods />,
  },
  {
    id: "addresses",
    label: "Figure addresses",
    note: "Each figure as a file, by the query string of its page.",
    body: <AddressMethods />,
  },
];

export function MethodsPage() {
  const { data } = useQuery(datasetsQuestion);
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== "") document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <Shell
      title="Methods"
      synthetic={data?.datasets.some((d) => isSynthetic(d.kind)) ?? false}
      panelLabel="Contents"
      panel={
        <nav className="side-list" aria-label="On this page">
          <h2>Methods</h2>
          {sections.map(({ id, label }) => (
            <a key={id} href={`#${id}`}>
              {label}
            </a>
          ))}
        </nav>
      }
    >
      <h1 className="sentence">
        <strong>Methods</strong>: what each number means, and how it is made
      </h1>
      <div className="stack">
        {sections.map(({ id, label, note, body }) => (
          <section className="card" key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{label}</h2>
            <p className="definition">{note}</p>
            {body}
          </section>
        ))}
      </div>
    </Shell>
  );
}
