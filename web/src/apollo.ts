// The one client of the API. Answers of a frozen release never change, so they are kept as long as the page is open.
import { ApolloClient, ApolloLink, HttpLink } from "@apollo/client";
import { ServerError } from "@apollo/client/errors";
import { ErrorLink } from "@apollo/client/link/error";
import { signInAgain } from "./account/signInAgain";
import { AnswerCache } from "./AnswerCache";

export const apollo = new ApolloClient({
  link: ApolloLink.from([
    new ErrorLink(({ error }) => {
      if (ServerError.is(error) && error.statusCode === 401) signInAgain();
    }),
    new HttpLink({ uri: "/graphql" }),
  ]),
  cache: new AnswerCache(),
  devtools: { enabled: false },
});
