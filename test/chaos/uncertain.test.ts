import { describe, expect, it } from 'vitest';
import { uncertainIn } from './uncertain.ts';

describe('uncertainIn', () => {
  it.each([
    ['{"level":40,"batchId":17,"campaignId":3,"msg":"batch.worker_lost"}', 17],
    ['{"level":30,"batchId":18,"attempt":1,"result":"uncertain","code":"gateway_timeout","msg":"batch.recorded"}', 18],
    ['{"level":30,"batchId":19,"attempt":1,"result":"answered","msg":"batch.recorded"}', null],
    ['{"level":30,"msg":"serve.started"}', null],
    ['not a log line', null],
  ])('reads %s', (line, batchId) => {
    expect(uncertainIn(line)).toBe(batchId);
  });
});
