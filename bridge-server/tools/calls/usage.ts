export const USAGE = `Lists and retries the calls that Salesforce lacks something of, and keeps their recordings.

  npm run calls -- failed [--limit N] [--code CODE] [--step STEP]
  npm run calls -- waiting [--limit N]
  npm run calls -- show CALL [--with-personal-data]
  npm run calls -- retry CALL
  npm run calls -- retry --all [--code CODE] [--step STEP]

  npm run calls -- recordings [--state STATE] [--held] [--limit N]
  npm run calls -- recording PROTOCOL
  npm run calls -- recordings retry PROTOCOL
  npm run calls -- recordings retry --all [--code CODE]
  npm run calls -- hold PROTOCOL --by WHO --reason WHY
  npm run calls -- release PROTOCOL --by WHO --reason WHY
  npm run calls -- erase PROTOCOL --by WHO --reason WHY [--force] [--yes]
  npm run calls -- sweeps
  npm run calls -- audit [PROTOCOL] [--from DATE] [--to DATE] [--limit N] [--csv [--delimiter C]]

  CALL                  a call's id or its protocol
  --limit N             so many at most (default 50; audit: 500, and with --csv all)
  --code CODE           only those with this code, of Salesforce or of a recording, such as absent
  --step STEP           only those that failed at this step, such as openCase or saveTask
  --with-personal-data  shows the number and the caller too; the bridge logs that somebody looked
  --wait-seconds N      how long retry waits to see what comes of it (default 300; 0: not at all)
  --state STATE         only recordings that are waiting, failed, stored or deleted
  --held                only recordings under a legal hold
  --by, --reason        who does it, and why: both stand in the audit
  --force               erases although the law's 90 days are not over
  --yes                 erases without asking
  --from, --to DATE     from the beginning of this day (UTC) to before that one, such as 2026-11-23, or
                        instants such as 2026-11-23T12:00:00-03:00
  --csv                 prints a file for spreadsheets, one line an entry; with npm run --silent, so that nothing
                        else is in it
  --delimiter C         what stands between its columns (default ";", as Excel in Brazil wants it)
  --json                prints the bridge's answers

  From the environment: ADMIN_TOKEN, the bridge's; BRIDGE_URL (default http://127.0.0.1:4180).
  Exit code: 0 done; 1 not done, or retried and not all in Salesforce yet; 2 the command line makes no sense.`;
