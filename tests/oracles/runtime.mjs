// A runtime as @polkadot/types sees it. Metadata V13 names types as text: what the names of Khala's pallets stand for is what
// @phala/typedefs says, and an error of a call what it was before the runtimes of V14.
import { Metadata, TypeRegistry } from "@polkadot/types";
import phala from "@phala/typedefs";

export function runtimeOf(hex) {
  const registry = new TypeRegistry();
  const isV13 = hex.slice(10, 12) === "0d";
  if (isV13) {
    registry.register({ ...(phala.khala.default ?? phala.khala), DispatchError: "DispatchErrorPre6First" });
  }
  const metadata = new Metadata(registry, hex);
  registry.setMetadata(metadata, undefined, isV13 ? { CheckMqSequence: { extrinsic: {}, payload: {} } } : undefined);
  return { registry, metadata, isV13, pallets: metadata.asLatest.pallets };
}
