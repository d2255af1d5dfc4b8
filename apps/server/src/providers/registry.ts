import type { ProviderRegistry } from './provider.ts';
import { smsapi } from './smsapi/smsapi-provider.ts';

/** Every provider this program knows. */
export const providers: ProviderRegistry = new Map([[smsapi.code, smsapi]]);
