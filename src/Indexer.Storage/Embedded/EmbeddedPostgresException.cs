namespace Indexer.Storage.Embedded;

/// <summary>The embedded database cannot be used; the message is one line that names the directory and the way out.</summary>
public class EmbeddedPostgresException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">One line: what is wrong with which directory or program, and what to do.</param>
    /// <param name="innerException">What the operating system said, if anything.</param>
    public EmbeddedPostgresException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
