export { withNativeSrp } from './with-native-srp.ts'
