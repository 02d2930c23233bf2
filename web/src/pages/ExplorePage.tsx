// The front page. Its key is that of the figure which counts all patients of a group.
import { exploreFigures } from "@afterglow/shared";
import { FiguresPage } from "./FiguresPage";

export function ExplorePage() {
  return <FiguresPage page="explore" figures={exploreFigures} keyFigure="baseline" />;
}
