// For who may read here, but not mark.

import { Marks } from "./marks.js";
import { Opening } from "./opening.js";
import { Panel } from "./panel.js";

const panel = new Panel(document.getElementById("panel"));
new Opening(new Marks()).addEventListener("leaving", () => panel.close());
