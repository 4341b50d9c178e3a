namespace Indexer.Substrate.Metadata;

/// <summary>Runtime metadata cannot be read, has a version that is not known, or lacks what is asked of it.</summary>
public sealed class MetadataException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Says what is wrong and where.</param>
    /// <param name="innerException">The failed read, when the bytes are corrupt.</param>
    public MetadataException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
