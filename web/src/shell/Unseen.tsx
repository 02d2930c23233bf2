// Words that are read out and not seen.
import type { ReactNode } from "react";

export const Unseen = ({ children }: { children: ReactNode }) => <span className="unseen">{children}</span>;
