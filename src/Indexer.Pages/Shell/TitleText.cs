namespace Indexer.Pages.Shell;

/// <summary>The title of a proposal, where it has one.</summary>
public sealed record TitleText(string? Title);
