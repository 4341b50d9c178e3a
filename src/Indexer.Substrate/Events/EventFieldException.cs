namespace Indexer.Substrate.Events;

/// <summary>An event has no such field, or the field has another type than the one asked for.</summary>
public sealed class EventFieldException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Names the event, the field and what the event has instead.</param>
    public EventFieldException(string message)
        : base(message) { }
}
