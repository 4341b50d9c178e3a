namespace Indexer.Evm.Abi;

/// <summary>The kinds of types of the contract ABI.</summary>
public enum AbiKind
{
    /// <summary><c>uint8</c> to <c>uint256</c>.</summary>
    UInt,

    /// <summary><c>int8</c> to <c>int256</c>.</summary>
    Int,

    /// <summary><c>address</c>.</summary>
    Address,

    /// <summary><c>bool</c>.</summary>
    Bool,

    /// <summary><c>bytes1</c> to <c>bytes32</c>.</summary>
    FixedBytes,

    /// <summary><c>bytes</c>.</summary>
    Bytes,

    /// <summary><c>string</c>.</summary>
    Text,

    /// <summary><c>T[]</c>.</summary>
    Array,

    /// <summary><c>T[k]</c>.</summary>
    FixedArray,

    /// <summary><c>(T1, T2, ...)</c>.</summary>
    Tuple,
}
