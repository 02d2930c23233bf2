// Which address shows which page. Explore comes with the program; the others are loaded when asked for.
import { lazy, Suspense } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router";
import { ExplorePage } from "./pages/ExplorePage";
import { NoSuchPage } from "./pages/NoSuchPage";
import { LoadedPage } from "./shell/LoadedPage";

const QuestionsPage = lazy(async () => ({ default: (await import("./pages/QuestionsPage")).QuestionsPage }));
const DataPage = lazy(async () => ({ default: (await import("./pages/DataPage")).DataPage }));
const ComparePage = lazy(async () => ({ default: (await import("./pages/ComparePage")).ComparePage }));
const MethodsPage = lazy(async () => ({ default: (await import("./pages/MethodsPage")).MethodsPage }));
const AuditPage = lazy(async () => ({ default: (await import("./pages/AuditPage")).AuditPage }));
const AccountPage = lazy(async () => ({ default: (await import("./pages/AccountPage")).AccountPage }));
const SignInPage = lazy(async () => ({ default: (await import("./pages/SignInPage")).SignInPage }));

export function App() {
  const { search } = useLocation();
  return (
    <Routes>
      <Route path="/" element={<ExplorePage key="explore" />} />
      <Route
        path="/questions"
        element={
          <LoadedPage key="questions" title="Questions">
            <QuestionsPage />
          </LoadedPage>
        }
      />
      <Route path="/explore" element={<Navigate to={{ pathname: "/", search }} replace />} />
      <Route
        path="/compare"
        element={
          <LoadedPage key="compare" title="Compare">
            <ComparePage />
          </LoadedPage>
        }
      />
      <Route
        path="/data"
        element={
          <LoadedPage key="data" title="Data">
            <DataPage />
          </LoadedPage>
        }
      />
      <Route
        path="/methods"
        element={
          <LoadedPage key="methods" title="Methods">
            <MethodsPage />
          </LoadedPage>
        }
      />
      <Route
        path="/audit"
        element={
          <LoadedPage key="audit" title="Audit">
            <AuditPage />
          </LoadedPage>
        }
      />
      <Route
        path="/account"
        element={
          <LoadedPage key="account" title="Account">
            <AccountPage />
          </LoadedPage>
        }
      />
      <Route
        path="/sign-in"
        element={
          <Suspense>
            <SignInPage />
          </Suspense>
        }
      />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
