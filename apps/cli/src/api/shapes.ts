import type { Contract, Result } from '@goniec/contract';

export type Campaign = Result<Contract['getCampaign']>;
export type Quote = Result<Contract['quoteCampaign']>;
export type Message = Result<Contract['listMessages']>['items'][number];
export type Contractor = Result<Contract['getContractor']>;
export type Contact = Contractor['contacts'][number];
export type Import = Result<Contract['getImport']>;
export type ImportRow = Result<Contract['listImportRows']>['items'][number];
export type Gateway = Result<Contract['getGateway']>;
export type Balance = Result<Contract['getBalance']>;
export type Service = Result<Contract['switchService']>;
export type Company = Result<Contract['getCompany']>;
export type Instance = Result<Contract['getInstance']>;
export type PickResult = Result<Contract['pickRecipients']>;
export type CampaignState = Campaign['state'];
export type Handover = Message['handover'];
export type Delivery = Message['delivery'];
