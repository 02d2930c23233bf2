// Where files come in: dropped, or chosen with the two buttons, which is all that a keyboard needs.
import { Button } from "@mantine/core";
import { useRef, useState, type ChangeEvent, type DragEvent } from "react";
import { Icon } from "../shell/Icon";
import { fromDrop, fromList, type ChosenFiles } from "./chosenFiles";

export function DropZone({ onChosen }: { onChosen: (chosen: ChosenFiles) => void }) {
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void fromDrop(event.dataTransfer).then(onChosen, () => undefined);
  };
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  const take = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const chosen = fromList(currentTarget.files ?? []);
    // The same files may be chosen again once they were mended.
    currentTarget.value = "";
    onChosen(chosen);
  };
  return (
    <div
      className={over ? "drop drop-over" : "drop"}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={drop}
    >
      <span className="drop-sign">
        <Icon name="upload" />
      </span>
      <div className="drop-words">
        <p className="drop-lead">Drop a folder or files here, or choose:</p>
        <p>
          A data package (datapackage.json with courses, sessions, scores and side effects), FHIR R4 or OMOP
          CDM with a datapackage.json beside it, a REDCap export or tables of any other shape with a recipe.
        </p>
      </div>
      <div className="drop-buttons">
        <Button variant="default" size="xs" onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
        <Button variant="default" size="xs" onClick={() => files.current?.click()}>
          Choose files
        </Button>
      </div>
      <input ref={files} type="file" multiple hidden aria-label="Files" onChange={take} />
      <input
        ref={(input) => {
          folder.current = input;
          if (input !== null) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label="Folder"
        onChange={take}
      />
    </div>
  );
}
