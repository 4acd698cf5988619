declare module '#ground/outbox/index.ts' {
  interface Events {
    /** The first report about a thing opens a case; later ones join it. */
    'report.filed': { caseId: string; reportId: string }
    'report.closed': { caseId: string }
  }
}
