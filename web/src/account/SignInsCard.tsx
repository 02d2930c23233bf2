// The browsers in which one is signed in, each with a way to end it, and all at once.
import { Button } from "@mantine/core";
import { Trouble } from "../shell/Trouble";
import { askAccount } from "./askAccount";
import { timeText } from "./timeText";
import { useListed } from "./useListed";

interface SignIn {
  readonly id: string;
  readonly beganAt: string;
  readonly lastUsedAt: string;
  readonly isThis: boolean;
}

const PATH = "/account/sign-ins";

export function SignInsCard() {
  const { rows, trouble, attempt, change } = useListed<SignIn>(PATH);
  const endAll = async () => {
    await askAccount(PATH, { method: "DELETE" });
    window.location.assign("/sign-in?because=signed-out");
  };
  return (
    <section className="card" aria-labelledby="sign-ins-title">
      <div className="card-head">
        <div>
          <h2 id="sign-ins-title">Where you are signed in</h2>
          <p className="definition">
            One row a browser. A sign-in ends by itself when it lies idle, and within the day.
          </p>
        </div>
        <div className="card-actions">
          <Button variant="default" size="xs" onClick={() => void attempt(endAll)}>
            Sign out everywhere
          </Button>
        </div>
      </div>
      {trouble !== null && <Trouble title="This did not work." text={trouble} />}
      {rows !== null && (
        <div className="table-scroll words">
          <table className="table account-table">
            <thead>
              <tr>
                <th scope="col" className="text">
                  Browser
                </th>
                <th scope="col" className="text">
                  Signed in
                </th>
                <th scope="col" className="text">
                  Last used
                </th>
                <th scope="col">
                  <span className="unseen">Ending it</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, beganAt, lastUsedAt, isThis }) => (
                <tr key={id}>
                  <th scope="row">{isThis ? <b>This one</b> : "Another"}</th>
                  <td className="text" data-column="Signed in">
                    {timeText(beganAt)}
                  </td>
                  <td className="text" data-column="Last used">
                    {timeText(lastUsedAt)}
                  </td>
                  <td>
                    {!isThis && (
                      <Button
                        variant="default"
                        size="compact-xs"
                        aria-label={`Sign out the browser of ${timeText(beganAt)}`}
                        onClick={() => void change(() => askAccount(`${PATH}/${id}`, { method: "DELETE" }))}
                      >
                        Sign out
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
