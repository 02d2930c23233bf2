// A page whose code comes when it is first opened: the bar stands meanwhile, and a load that fails is said.
import { Component, Suspense, type ReactNode } from "react";
import { Header } from "./Header";
import { Shell } from "./Shell";
import { Trouble } from "./Trouble";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

export class LoadedPage extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { title, children } = this.props;
    if (!this.state.failed) return <Suspense fallback={<Header />}>{children}</Suspense>;
    return (
      <Shell title={title} synthetic={false}>
        <h1 className="sentence">{title}</h1>
        <Trouble
          title="This page could not be opened."
          text="Its program did not arrive. The server may have stopped, or have been renewed since."
          onRetry={() => window.location.reload()}
        />
      </Shell>
    );
  }
}
