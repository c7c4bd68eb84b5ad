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
        path: '/follow-up',
        lazy: async () => ({ Component: (await import('#client/routes/FollowUpPage.tsx')).FollowUpPage }),
      },
      {
        path: '/follow-up/:key',
        lazy: async () => ({ Component: (await import('#client/routes/ThreadPage.tsx')).ThreadPage }),
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
