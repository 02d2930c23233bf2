// The one place where an answer meets the audit: its line is written before it is sent. No line, no answer.
import type { ApolloServerPlugin } from "@apollo/server";
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
        } catch (error) {
          if (!(error instanceof AuditUnavailable)) throw error;
          const { message, code } = error;
          response.body = { kind: "single", singleResult: { errors: [{ message, extensions: { code } }] } };
          http.status = 503;
        }
      },
    }),
  };
}
