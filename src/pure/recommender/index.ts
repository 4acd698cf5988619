export { datasetOf, SPLITS, type SplitName, type Texts, WrongLine } from './dataset.ts'
export { evaluate, type Quality, type Split } from './evaluate.ts'
export { METHODS, type MethodName } from './methods/index.ts'
