// The policies that are attacked. Beside the two profiles: `publish` with exact counts, a microscope that shows any
// leak of its neighbour rule; and a gate with k = 1, which hides nothing, so that an attack is seen to work.
import { policyOf, type Policy } from "../../server/src/disclosure/policy";

export const publish = policyOf("publish");
export const internal = policyOf("internal");
export const exactPublish: Policy = { ...publish, roundedTo: 1 };

/** No server can be started with it; the type has no such profile either. */
export const openGate = { ...internal, smallestCount: 1 } as unknown as Policy;
