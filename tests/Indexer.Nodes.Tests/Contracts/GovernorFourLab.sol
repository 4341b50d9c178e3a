// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Governor, IGovernor} from "openzeppelin-contracts-4/governance/Governor.sol";
import {TimelockController} from "openzeppelin-contracts-4/governance/TimelockController.sol";
import {GovernorCountingSimple} from "openzeppelin-contracts-4/governance/extensions/GovernorCountingSimple.sol";
import {GovernorSettings} from "openzeppelin-contracts-4/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockControl} from "openzeppelin-contracts-4/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "openzeppelin-contracts-4/governance/extensions/GovernorVotes.sol";
import {GovernorVotesQuorumFraction} from "openzeppelin-contracts-4/governance/extensions/GovernorVotesQuorumFraction.sol";
import {IVotes} from "openzeppelin-contracts-4/governance/utils/IVotes.sol";

// The same governor as TimelockedGovernorLab by the fourth version of OpenZeppelin's contracts, without extensions of late quorums.
contract GovernorFourLab is
    Governor,
    GovernorSettings,
    GovernorCountingSimple,
    GovernorVotes,
    GovernorVotesQuorumFraction,
    GovernorTimelockControl
{
    constructor(
        IVotes token,
        TimelockController timelock,
        uint256 delay,
        uint256 period
    )
        Governor("Four")
        GovernorSettings(delay, period, 0)
        GovernorVotes(token)
        GovernorVotesQuorumFraction(10)
        GovernorTimelockControl(timelock)
    {}

    receive() external payable override {}

    function proposeNumber(uint256 number) external returns (uint256) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = what(number);
        return propose(targets, values, data, text);
    }

    function queueNumber(uint256 number) external {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = what(number);
        queue(targets, values, data, keccak256(bytes(text)));
    }

    function executeNumber(uint256 number) external {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = what(number);
        execute(targets, values, data, keccak256(bytes(text)));
    }

    function cancelNumber(uint256 number) external {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = what(number);
        _cancel(targets, values, data, keccak256(bytes(text)));
    }

    function voteOn(uint256 number, uint8 support) external {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = what(number);
        _castVote(hashProposal(targets, values, data, keccak256(bytes(text))), msg.sender, support, "");
    }

    // A proposal pays nothing to the governor.
    function what(
        uint256 number
    ) public view returns (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) {
        (targets, values, data) = (new address[](1), new uint256[](1), new bytes[](1));
        targets[0] = address(this);
        text = string.concat("# Proposal ", string(abi.encodePacked(uint8(48 + (number / 10) % 10), uint8(48 + number % 10))));
    }

    function state(
        uint256 id
    ) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(id);
    }

    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    function supportsInterface(bytes4 id) public view override(Governor, GovernorTimelockControl) returns (bool) {
        return super.supportsInterface(id);
    }

    function _execute(
        uint256 id,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockControl) {
        super._execute(id, targets, values, data, hash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, data, hash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }
}
