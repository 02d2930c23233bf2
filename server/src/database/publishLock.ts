// Any number: with the dataset's own it makes publishers of one dataset wait for each other, and a withdrawal wait for
// them, so that no release holds a course that was withdrawn before it was published.
export const PUBLISH_LOCK = 724_611_040;
