namespace Indexer.Substrate.Chain;

/// <summary>
/// A node answered, but what it answered cannot be the chain: a block is missing or is another one than asked for,
/// blocks do not follow each other, or the content of a block cannot be decoded.
/// </summary>
public sealed class ChainDataException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Names the block and what is wrong with it.</param>
    /// <param name="innerException">The failed decoding, if that is the reason.</param>
    public ChainDataException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
