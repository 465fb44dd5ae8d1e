import { Result } from 'antd';
import { Route, Routes } from 'react-router';
import { AgenciesPage } from '../features/agencies/AgenciesPage.tsx';
import { CalendarPage } from '../features/calendar/CalendarPage.tsx';
import { ChecksPage } from '../features/checks/ChecksPage.tsx';
import { DeclarationsPage } from '../features/declarations/DeclarationsPage.tsx';
import { ImportPage } from '../features/imports/ImportPage.tsx';
import { InspectionPage } from '../features/inspection/InspectionPage.tsx';
import { OpeningPage } from '../features/opening/OpeningPage.tsx';
import { PeoplePage } from '../features/people/PeoplePage.tsx';
import { ColumnsPage } from '../features/publishing/ColumnsPage.tsx';
import { CorrectionsPage } from '../features/publishing/CorrectionsPage.tsx';
import { DeliveriesPage } from '../features/publishing/DeliveriesPage.tsx';
import { DocumentPage } from '../features/publishing/DocumentPage.tsx';
import { DutiesPage } from '../features/publishing/DutiesPage.tsx';
import { GuidePage } from '../features/publishing/GuidePage.tsx';
import { HandInPage } from '../features/publishing/HandInPage.tsx';
import { InterpretationsPage } from '../features/publishing/InterpretationsPage.tsx';
import { ItemPage } from '../features/publishing/ItemPage.tsx';
import { ItemsPage } from '../features/publishing/ItemsPage.tsx';
import { NormativePage } from '../features/publishing/NormativePage.tsx';
import { PicturePage } from '../features/publishing/PicturePage.tsx';
import { PlacesPage } from '../features/publishing/PlacesPage.tsx';
import { SettingsPage } from '../features/publishing/SettingsPage.tsx';
import { SubmissionsPage } from '../features/publishing/SubmissionsPage.tsx';
import { UnitsPage } from '../features/publishing/UnitsPage.tsx';
import { RegisterPage } from '../features/registers/RegisterPage.tsx';
import { ReportPage } from '../features/report/ReportPage.tsx';
import { TasksPage } from '../features/tasks/TasksPage.tsx';

/** Address → screen. */
export function Pages() {
  return (
    <Routes>
      <Route path="/" element={<TasksPage />} />
      <Route path="/registers/:register" element={<RegisterPage />} />
      <Route path="/import" element={<ImportPage />} />
      <Route path="/report" element={<ReportPage />} />
      <Route path="/declarations" element={<DeclarationsPage />} />
      <Route path="/opening" element={<OpeningPage />} />
      <Route path="/checks" element={<ChecksPage />} />
      <Route path="/agencies" element={<AgenciesPage />} />
      <Route path="/people" element={<PeoplePage />} />
      <Route path="/calendar" element={<CalendarPage />} />
      <Route path="/publishing" element={<ItemsPage />} />
      <Route path="/publishing/item" element={<ItemPage />} />
      <Route path="/publishing/places" element={<PlacesPage />} />
      <Route path="/publishing/duties" element={<DutiesPage />} />
      <Route path="/publishing/guide" element={<GuidePage />} />
      <Route path="/publishing/corrections" element={<CorrectionsPage />} />
      <Route path="/inspection" element={<InspectionPage />} />
      <Route path="/publishing/deliveries" element={<DeliveriesPage />} />
      <Route path="/publishing/submissions" element={<SubmissionsPage />} />
      <Route path="/publishing/normative" element={<NormativePage />} />
      <Route path="/publishing/document" element={<DocumentPage />} />
      <Route path="/publishing/interpretations" element={<InterpretationsPage />} />
      <Route path="/publishing/picture" element={<PicturePage />} />
      <Route path="/publishing/columns" element={<ColumnsPage />} />
      <Route path="/publishing/settings" element={<SettingsPage />} />
      <Route path="/publishing/units" element={<UnitsPage />} />
      <Route path="/submit" element={<HandInPage />} />
      <Route path="*" element={<Result status="404" title="没有这个页面" />} />
    </Routes>
  );
}
