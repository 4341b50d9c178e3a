using Indexer.Storage.Tests.Embedded;
using Xunit.Runner.InProc.SystemConsole;

// The tests that kill a program run this very executable as that program.
return args is [ClusterHolder.Verb, var dataDirectory]
    ? await ClusterHolder.RunAsync(dataDirectory)
    : await ConsoleRunner.Run(args);
