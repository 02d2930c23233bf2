// The notes under a figure, run in: Method, n, Missing, Seen at, Ascertained, Hidden. The Method note leads to the full
// definition of each statistic, on the Methods page.
import { statisticNames, type Figure, type FigureDefinition } from "@afterglow/shared";
import { Fragment, memo } from "react";
import { Link } from "react-router";
import { HiddenMark } from "../shell/HiddenMark";

interface Props extends Pick<Figure, "notes"> {
  readonly statistics: FigureDefinition["statistics"];
}

export const FigureNotes = memo(function FigureNotes({ notes, statistics }: Props) {
  const hasMethod = notes.some(({ name }) => name === "Method");
  const all = hasMethod ? notes : [{ name: "Method", text: "" }, ...notes];
  return (
    <div className="notes">
      {all.map(({ name, text }) => (
        <p key={name}>
          <b>{name}</b> {name === "Hidden" && <HiddenMark />} {text}
          {name === "Method" && <InFull statistics={statistics} />}
        </p>
      ))}
    </div>
  );
});

function InFull({ statistics }: Pick<Props, "statistics">) {
  return (
    <>
      {" In full: "}
      {statistics.map((id, at) => (
        <Fragment key={id}>
          {at > 0 && ", "}
          <Link to={`/methods#${id}`}>{statisticNames[id]}</Link>
        </Fragment>
      ))}
      .
    </>
  );
}
