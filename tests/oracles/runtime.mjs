// A runtime as @polkadot/types sees it. Metadata V13 names types as text: what the names of Khala's pallets stand for is what
// @phala/typedefs says, and the errors of a call are those that the first runtimes of V14 state.
import { Metadata, TypeRegistry } from "@polkadot/types";
import phala from "@phala/typedefs";

export function runtimeOf(hex) {
  const registry = new TypeRegistry();
  const isV13 = hex.slice(10, 12) === "0d";
  if (isV13) {
    registry.register({
      ...(phala.khala.default ?? phala.khala),
      DispatchError: {
        _enum: {
          Other: "Null",
          CannotLookup: "Null",
          BadOrigin: "Null",
          Module: "DispatchErrorModulePre6",
          ConsumerRemaining: "Null",
          NoProviders: "Null",
          Token: "TokenError",
          Arithmetic: "ArithmeticError",
        },
      },
      TokenError: { _enum: ["NoFunds", "WouldDie", "BelowMinimum", "CannotCreate", "UnknownAsset", "Frozen", "Unsupported"] },
      ArithmeticError: { _enum: ["Underflow", "Overflow", "DivisionByZero"] },
    });
  }
  const metadata = new Metadata(registry, hex);
  registry.setMetadata(metadata, undefined, isV13 ? { CheckMqSequence: { extrinsic: {}, payload: {} } } : undefined);
  return { registry, metadata, isV13, pallets: metadata.asLatest.pallets };
}
