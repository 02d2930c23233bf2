// The one place where a fresh answer meets the audit: its line is written before it is sent. No line, no answer.
import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { Audit } from "../audit/openAudit";
import { AuditUnavailable } from "../audit/auditUnavailable";
import { auditEntries } from "./auditEntries";
import type { DoorContext } from "./doorContext";

export function auditAnswers(audit: Audit): ApolloServerPlugin<DoorContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue, response }) => {
        const { body, http } = response;
        const errors = body.kind === "single" ? (body.singleResult.errors ?? []) : [];
        const entries = auditEntries(contextValue, contextValue.answered, errors);
        try {
          await Promise.all(entries.map(audit.record));
          if (errors.length === 0) contextValue.answered.lines = entries;
        } catch (error) {
          if (!(error instanceof AuditUnavailable)) throw error;
          const { status, result } = notWritten(error);
          response.body = { kind: "single", singleResult: result };
          http.status = status;
        }
      },
    }),
  };
}

/** What is said in place of the answer. */
export const notWritten = ({
  message,
  code,
}: AuditUnavailable): { status: number; result: { errors: GraphQLFormattedError[] } } => ({
  status: 503,
  result: { errors: [{ message, extensions: { code } }] },
});
