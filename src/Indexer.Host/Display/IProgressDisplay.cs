namespace Indexer.Host.Display;

/// <summary>Shows long work while it goes on.</summary>
internal interface IProgressDisplay
{
    /// <summary>Shows the board until the work has ended.</summary>
    /// <returns>The result of the work.</returns>
    Task<T> ShowAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken);
}
