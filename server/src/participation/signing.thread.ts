import { blindSign } from '@danban/credential/issuer';
import { answerBeside } from '../vaults/beside.ts';
import type { Wishes } from './signing.ts';

answerBeside(({ issuer, blinded }: Wishes): Uint8Array[] => blinded.map((message) => blindSign(issuer, message)));
