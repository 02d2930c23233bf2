// Which address shows which page.
import { Navigate, Route, Routes, useLocation } from "react-router";
import { DataPage } from "./pages/DataPage";
import { ExplorePage } from "./pages/ExplorePage";
import { MethodsPage } from "./pages/MethodsPage";
import { NoSuchPage } from "./pages/NoSuchPage";

export function App() {
  const { search } = useLocation();
  return (
    <Routes>
      <Route path="/" element={<ExplorePage />} />
      <Route path="/explore" element={<Navigate to={{ pathname: "/", search }} replace />} />
      <Route path="/data" element={<DataPage />} />
      <Route path="/methods" element={<MethodsPage />} />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}
