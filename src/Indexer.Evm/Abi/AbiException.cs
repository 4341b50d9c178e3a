namespace Indexer.Evm.Abi;

/// <summary>A signature that cannot be read, or bytes that do not follow the contract ABI.</summary>
/// <param name="message">Names the event or function, the field and what is wrong.</param>
public sealed class AbiException(string message) : Exception(message);
