import { Result } from 'antd';
import { Route, Routes } from 'react-router';
import { CalendarPage } from '../features/calendar/CalendarPage.tsx';
import { DeclarationsPage } from '../features/declarations/DeclarationsPage.tsx';
import { ImportPage } from '../features/imports/ImportPage.tsx';
import { OpeningPage } from '../features/opening/OpeningPage.tsx';
import { PeoplePage } from '../features/people/PeoplePage.tsx';
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
      <Route path="/people" element={<PeoplePage />} />
      <Route path="/calendar" element={<CalendarPage />} />
      <Route path="*" element={<Result status="404" title="没有这个页面" />} />
    </Routes>
  );
}
