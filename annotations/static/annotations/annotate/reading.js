// For who may read here, but not mark.

import { Marks } from "./marks.js";
import { Panel } from "./panel.js";

new Marks();
new Panel(document.getElementById("panel"));
