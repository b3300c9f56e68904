/** One backup as `GET /api/backups` gives it. */
export interface BackupItem {
  id: string
  madeAt: string
  ageMinutes: number
  file: string
  size: number
  sha256: string
  entries: number
  scheduled: boolean
  by: string
  tookMillis: number
  logSize: number
  verifiedAt: string
  fault: string | null
  removedAt: string | null
  present: boolean
}

export interface BackupList {
  items: BackupItem[]
  folder: string
  sameDisk: boolean
  keyFile: string
  passphrase: boolean
  seal: string
  scheduled: boolean
  at: string
  keep: { daily: number, weekly: number, monthly: number }
  alarmAfterHours: number
  alarm: { ageHours: number | null } | null
}

export interface Task {
  id: string
  kind: string
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  done: number
  total: number | null
  unit: string | null
  secondsLeft: number | null
  problems: { code: string, what: string, todo: string, where: string }[]
  incident: string | null
  by: string
  submittedAt: string
}

export interface Operations {
  status: string
  problems: { code: string, what: string, todo: string, where: string }[]
  version: string
  java: string
  database: string
  home: string
  log: string
  upSeconds: number
  work: { queued: number, running: number, failedToday: number }
  proof: { size: number, waiting: number }
  disk: { free: number, total: number }
}

/** Whether a backup can be restored, as far as is known. */
export const isUsable = (b: BackupItem): boolean => b.present && b.fault === null && b.removedAt === null
export const isOver = (t: Task): boolean => t.state === 'DONE' || t.state === 'FAILED' || t.state === 'CANCELLED'
