import { LEAST_RETENTION_DAYS } from '../../../../src/recordingsConfig.ts';
import { type Finding, findingsOf } from '../../finding.ts';

const { ok, warn } = findingsOf('retention');

/** For how long recordings are kept. Less than the law's time starts no bridge unless it was forced. */
export const checkRetention = (days: number): Finding =>
    days < LEAST_RETENTION_DAYS
        ? warn(
              `recordings are deleted after ${days} days, by force`,
              `Decreto 11.034/2022 asks for ${LEAST_RETENTION_DAYS} days: is it certain that it does not bind you?`
          )
        : ok(`recordings are deleted after ${days} days`);
