namespace Indexer.Pages;

/// <summary>What is shown: a component with what it needs.</summary>
/// <param name="Component">The Razor component of the page's main part.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Data">Its parameter <c>Data</c>.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record PageAnswer(Type Component, string Title, object Data, int Status = 200)
{
    public static PageAnswer Of<TComponent>(string title, object data) => new(typeof(TComponent), title, data);
}

/// <summary>Why a page cannot be shown, in words for who asked for it.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class PageException(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;
}
