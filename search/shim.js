/* Workers for pages opened from disk, which browsers give none: a frame stands in for each. */

import "iframe-worker/shim";
