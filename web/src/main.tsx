// The beginning: fonts, styles, and the providers around the app.
import "@fontsource/inter/latin-400.css";
import "@fontsource/inter/latin-500.css";
import "@fontsource/inter/latin-600.css";
import "@mantine/core/styles.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/controls.css";
import "./styles/panel.css";
import "./styles/card.css";
import "./styles/compare.css";
import "./styles/table.css";
import "./styles/methods.css";
import "./styles/grid.css";
import "./styles/account.css";
import "./styles/audit.css";
import "./styles/data.css";
import "./styles/narrow.css";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { PersonProvider } from "./account/PersonProvider";
import { restoreState } from "./account/signInAgain";
import { apollo } from "./apollo";
import { App } from "./App";
import { cssVariablesResolver, theme } from "./theme";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element named root");
restoreState();

// The server lets in the style elements that bear this; it stands in the page, which vite.config.ts and the server make.
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";

createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={apollo}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        {/* A box is checked at once: its state is the address, so the address must not change in a transition. */}
        <BrowserRouter useTransitions={false}>
          <PersonProvider>
            <App />
          </PersonProvider>
        </BrowserRouter>
      </MantineProvider>
    </ApolloProvider>
  </StrictMode>,
);
