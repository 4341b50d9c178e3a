namespace Indexer.Substrate.Scale;

/// <summary>Bytes are not the SCALE encoding of what was expected: cut short, out of range, or with bytes left over.</summary>
public sealed class ScaleException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Says what was being read, at which offset, and how many bytes were left.</param>
    /// <param name="innerException">The failure inside the value, when this one names the whole.</param>
    public ScaleException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
