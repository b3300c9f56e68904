// Adds up test results: surefire XML (folders), vitest JSON, and "ok"/"not ok"/"skip" lines of the shell and browser tests.
// Usage: node count.mjs FILE-OR-FOLDER…   Prints one line: PASSED FAILED SKIPPED
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sum = { passed: 0, failed: 0, skipped: 0 }
const number = (attributes, name) => Number(attributes.match(new RegExp(`\\b${name}="(\\d+)"`))?.[1] ?? 0)

function surefire(text) {
  const attributes = text.match(/<testsuite\b[^>]*>/)?.[0]
  if (!attributes) return void sum.failed++
  const failed = number(attributes, 'failures') + number(attributes, 'errors')
  const skipped = number(attributes, 'skipped')
  sum.failed += failed
  sum.skipped += skipped
  sum.passed += number(attributes, 'tests') - failed - skipped
}

function vitest(text) {
  const result = JSON.parse(text)
  const failedFiles = result.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length
  sum.passed += result.numPassedTests
  sum.failed += result.numFailedTests + failedFiles
  sum.skipped += result.numPendingTests + (result.numTodoTests ?? 0)
}

function lines(text) {
  for (const line of text.split('\n')) {
    if (/^ok\b/.test(line)) /# skip/i.test(line) ? sum.skipped++ : sum.passed++
    else if (/^not ok\b/.test(line)) sum.failed++
  }
}

for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) continue
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path)) if (/^TEST-.*\.xml$/.test(name)) surefire(readFileSync(join(path, name), 'utf8'))
  } else if (path.endsWith('.json')) vitest(readFileSync(path, 'utf8'))
  else lines(readFileSync(path, 'utf8'))
}
console.log(sum.passed, sum.failed, sum.skipped)
