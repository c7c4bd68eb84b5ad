// The addresses of the product, and what every page may use.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { UnreachableServer } from '#client/live/api.ts'
import { CrashPage } from '#client/routes/CrashPage.tsx'
import { NotFoundPage } from '#client/routes/NotFoundPage.tsx'
import { RootLayout } from '#client/routes/RootLayout.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal does not change by asking again; a line may come back.
      retry: (failures, error) => error instanceof UnreachableServer && failures < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

const router = createBrowserRouter([
  {
    Component: RootLayout,
    ErrorBoundary: CrashPage,
    HydrateFallback: () => null,
    children: [
      {
        path: '/',
        lazy: async () => ({ Component: (await import('#client/routes/HomePage.tsx')).HomePage }),
      },
      {
        path: '/r/:code',
        lazy: async () => ({ Component: (await import('#client/routes/RoomPage.tsx')).RoomPage }),
      },
      {
        path: '/r/:code/phone',
        lazy: async () => ({ Component: (await import('#client/routes/RoomPage.tsx')).PhoneRoomPage }),
      },
      {
        path: '/r/:code/display',
        lazy: async () => ({ Component: (await import('#client/routes/DisplayPage.tsx')).DisplayPage }),
      },
      {
        path: '/g/:group',
        lazy: async () => ({ Component: (await import('#client/routes/GroupPage.tsx')).GroupPage }),
      },
      {
        path: '/r/:code/aparte/:groupId',
        lazy: async () => ({ Component: (await import('#client/routes/ApartePage.tsx')).ApartePage }),
      },
      {
        path: '/cycle',
        lazy: async () => ({ Component: (await import('#client/routes/CyclePage.tsx')).CyclePage }),
      },
      {
        path: '/cycle/convergence',
        lazy: async () => ({
          Component: (await import('#client/routes/ConvergencePage.tsx')).ConvergencePage,
        }),
      },
      {
        path: '/instruction',
        lazy: async () => ({
          Component: (await import('#client/routes/InstructionPage.tsx')).InstructionPage,
        }),
      },
      {
        path: '/follow-up',
        lazy: async () => ({ Component: (await import('#client/routes/FollowUpPage.tsx')).FollowUpPage }),
      },
      {
        path: '/follow-up/:key',
        lazy: async () => ({ Component: (await import('#client/routes/ThreadPage.tsx')).ThreadPage }),
      },
      {
        path: '/search',
        lazy: async () => ({ Component: (await import('#client/routes/SearchPage.tsx')).SearchPage }),
      },
      {
        path: '/consultation',
        lazy: async () => ({
          Component: (await import('#client/routes/ConsultationPage.tsx')).ConsultationPage,
        }),
      },
      {
        path: '/consultation/:id',
        lazy: async () => ({
          Component: (await import('#client/routes/ConsultationTextPage.tsx')).ConsultationTextPage,
        }),
      },
      {
        path: '/consultation/live/:code',
        lazy: async () => ({
          Component: (await import('#client/routes/ConsultationLivePage.tsx')).ConsultationLivePage,
        }),
      },
      {
        path: '/consultation/presenting/:id',
        lazy: async () => ({
          Component: (await import('#client/routes/ConsultationPresentingPage.tsx'))
            .ConsultationPresentingPage,
        }),
      },
      {
        path: '/library',
        lazy: async () => ({ Component: (await import('#client/routes/LibraryPage.tsx')).LibraryPage }),
      },
      {
        path: '/library/:document',
        lazy: async () => ({
          Component: (await import('#client/routes/LibraryDocumentPage.tsx')).LibraryDocumentPage,
        }),
      },
      {
        path: '/notices',
        lazy: async () => ({ Component: (await import('#client/routes/NoticesPage.tsx')).NoticesPage }),
      },
      {
        path: '/assembly',
        lazy: async () => ({ Component: (await import('#client/routes/AssemblyPage.tsx')).AssemblyPage }),
      },
      {
        path: '/assembly/screen',
        lazy: async () => ({
          Component: (await import('#client/routes/AssemblyScreenPage.tsx')).AssemblyScreenPage,
        }),
      },
      {
        path: '/assembly/desk',
        lazy: async () => ({
          Component: (await import('#client/routes/AssemblyDeskPage.tsx')).AssemblyDeskPage,
        }),
      },
      {
        path: '/assembly/themes',
        lazy: async () => ({
          Component: (await import('#client/routes/AssemblyThemesPage.tsx')).AssemblyThemesPage,
        }),
      },
      {
        path: '/sign-in',
        lazy: async () => ({ Component: (await import('#client/routes/SignInPage.tsx')).SignInPage }),
      },
      {
        path: '/me',
        lazy: async () => ({ Component: (await import('#client/routes/MePage.tsx')).MePage }),
      },
      {
        path: '/admin',
        lazy: async () => ({ Component: (await import('#client/routes/AdminPage.tsx')).AdminPage }),
      },
      { path: '*', Component: NotFoundPage },
    ],
  },
])

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
