export { after, clusterAct, clusteringSchema, noClusters, type ClusterAct, type Clustering } from './clustering.ts';
export { leastForTexts, publicationOf, toldParts, type Decided, type Publication } from './publication.ts';
export {
  agree,
  reviewSchema,
  settledMasks,
  standingOf,
  suggestedMasks,
  type Mask,
  type Review,
  type Standing,
} from './review.ts';
export {
  decisions,
  isHandedOn,
  isPublished,
  isReason,
  reasons,
  routes,
  type Decision,
  type Reason,
  type Route,
} from './routes.ts';
export { piecesOf, type Piece } from './words.ts';
