// `npm run build`: installs and builds what is missing or stale, and starts nothing.
import { buildServer, buildWeb, checkNode, install } from "./prepare.mjs";

checkNode();
install();
buildServer();
buildWeb();
