// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

// Contracts of the tests' own that log as the OP stack's bridge does: the standard bridges, the portal, the message passer and the
// bridged token. The tests play those who relay, prove and finalize.

interface ITokenLab {
    function transfer(address to, uint256 value) external returns (bool);

    function transferFrom(address from, address to, uint256 value) external returns (bool);

    function mint(address to, uint256 value) external;

    function burn(address from, uint256 value) external;
}

abstract contract StandardBridgeLab {
    event ERC20BridgeInitiated(
        address indexed localToken,
        address indexed remoteToken,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );
    event ERC20BridgeFinalized(
        address indexed localToken,
        address indexed remoteToken,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );
    event ETHBridgeInitiated(address indexed from, address indexed to, uint256 amount, bytes extraData);

    function bridgeERC20To(
        address localToken,
        address remoteToken,
        address to,
        uint256 amount,
        uint32 extra
    ) external {
        _bridge(localToken, remoteToken, to, amount, extra == 0 ? bytes("") : abi.encodePacked(extra));
    }

    /// Two transfers in one transaction.
    function bridgeTwice(address localToken, address remoteToken, address to, uint256 amount) external {
        _bridge(localToken, remoteToken, to, amount, "");
        _bridge(localToken, remoteToken, to, amount, "");
    }

    function _bridge(address localToken, address remoteToken, address to, uint256 amount, bytes memory extraData)
        internal
        virtual;
}

contract L1BridgeLab is StandardBridgeLab {
    MessengerLab private constant MESSENGER = MessengerLab(0x1549Dd6f86f5bBf0b1Bc691407DE64e8104c1544);

    event ERC20DepositInitiated(
        address indexed l1Token,
        address indexed l2Token,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );
    event ERC20WithdrawalFinalized(
        address indexed l1Token,
        address indexed l2Token,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );

    function finalizeBridgeERC20(
        address localToken,
        address remoteToken,
        address from,
        address to,
        uint256 amount,
        uint32 extra
    ) external {
        bytes memory extraData = extra == 0 ? bytes("") : abi.encodePacked(extra);
        ITokenLab(localToken).transfer(to, amount);
        emit ERC20WithdrawalFinalized(localToken, remoteToken, from, to, amount, extraData);
        emit ERC20BridgeFinalized(localToken, remoteToken, from, to, amount, extraData);
    }

    function _bridge(address localToken, address remoteToken, address to, uint256 amount, bytes memory extraData)
        internal
        override
    {
        ITokenLab(localToken).transferFrom(msg.sender, address(this), amount);
        emit ERC20DepositInitiated(localToken, remoteToken, msg.sender, to, amount, extraData);
        emit ERC20BridgeInitiated(localToken, remoteToken, msg.sender, to, amount, extraData);
        MESSENGER.sendMessage(remoteToken, abi.encode(remoteToken, localToken, msg.sender, to, amount, extraData), 200000);
    }
}

interface IShareLab {
    function approve(address spender, uint256 value) external returns (bool);
}

/// Sends the shares of a claim over the bridge.
contract BridgingClaimerLab {
    event ClaimedAndBridged(
        address indexed user,
        uint256 free,
        uint256 staked,
        address l1Receiver,
        address l2Receiver
    );

    address private immutable bridge;
    address private immutable vault;
    address private immutable token;

    constructor(address bridge_, address vault_, address token_) {
        (bridge, vault, token) = (bridge_, vault_, token_);
    }

    function claim(address user, uint256 staked, address l1Receiver, address l2Receiver) external {
        IShareLab(vault).approve(bridge, staked);
        StandardBridgeLab(bridge).bridgeERC20To(vault, token, l2Receiver, staked, 0);
        emit ClaimedAndBridged(user, 0, staked, l1Receiver, l2Receiver);
    }
}

contract PortalLab {
    event WithdrawalProven(bytes32 indexed withdrawalHash, address indexed from, address indexed to);
    event WithdrawalProvenExtension1(bytes32 indexed withdrawalHash, address indexed proofSubmitter);
    event WithdrawalFinalized(bytes32 indexed withdrawalHash, bool success);
    event TransactionDeposited(address indexed from, address indexed to, uint256 indexed version, bytes opaqueData);

    uint256 public constant proofMaturityDelaySeconds = 5_000;

    function prove(bytes32 withdrawalHash, address l2Bridge, address l1Bridge) external {
        emit WithdrawalProven(withdrawalHash, l2Bridge, l1Bridge);
        emit WithdrawalProvenExtension1(withdrawalHash, msg.sender);
    }

    function deposit(address to) external {
        emit TransactionDeposited(msg.sender, to, 0, abi.encodePacked(uint256(0), uint256(0)));
    }

    /// Carries a withdrawal out; with no amount the messenger fails, and the tokens come later by the bridge alone.
    function finalizeWithdrawal(
        bytes32 withdrawalHash,
        address bridge,
        address localToken,
        address remoteToken,
        address from,
        address to,
        uint256 amount
    ) external {
        if (amount > 0) {
            L1BridgeLab(bridge).finalizeBridgeERC20(localToken, remoteToken, from, to, amount, 0);
        }
        emit WithdrawalFinalized(withdrawalHash, amount > 0);
    }
}

contract MessengerLab {
    event SentMessage(address indexed target, address sender, bytes message, uint256 messageNonce, uint256 gasLimit);
    event SentMessageExtension1(address indexed sender, uint256 value);
    event FailedRelayedMessage(bytes32 indexed msgHash);
    event RelayedMessage(bytes32 indexed msgHash);

    uint256 public count;

    function sendMessage(address target, bytes memory message, uint256 gasLimit) external {
        emit SentMessage(target, msg.sender, message, (uint256(1) << 240) | count++, gasLimit);
        emit SentMessageExtension1(msg.sender, 0);
    }

    /// Says that a message of the other chain failed here.
    function fail(
        uint256 nonce,
        address sender,
        address target,
        uint256 value,
        uint256 gasLimit,
        bytes memory message
    ) external {
        emit FailedRelayedMessage(
            keccak256(
                abi.encodeWithSignature(
                    "relayMessage(uint256,address,address,uint256,uint256,bytes)",
                    nonce,
                    sender,
                    target,
                    value,
                    gasLimit,
                    message
                )
            )
        );
    }

    /// Carries out a message of the other chain: what it calls, and how it was called.
    function relay(bytes memory message, address bridge, bytes memory data) external {
        (bool done, ) = bridge.call(data);
        require(done);
        emit RelayedMessage(keccak256(message));
    }

    function relayed(bytes32 msgHash) external {
        emit RelayedMessage(msgHash);
    }
}

contract PasserLab {
    event MessagePassed(
        uint256 indexed nonce,
        address indexed sender,
        address indexed target,
        uint256 value,
        uint256 gasLimit,
        bytes data,
        bytes32 withdrawalHash
    );

    uint256 public nonce;

    function pass(address target, bytes memory data) external returns (bytes32 withdrawalHash) {
        withdrawalHash = keccak256(abi.encode(nonce, msg.sender, target, 0, 200000, data));
        emit MessagePassed(nonce++, msg.sender, target, 0, 200000, data, withdrawalHash);
    }
}

contract L2BridgeLab is StandardBridgeLab {
    event WithdrawalInitiated(
        address indexed l1Token,
        address indexed l2Token,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );
    event DepositFinalized(
        address indexed l1Token,
        address indexed l2Token,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );

    MessengerLab private constant MESSENGER = MessengerLab(0x4200000000000000000000000000000000000007);
    PasserLab private constant PASSER = PasserLab(0x4200000000000000000000000000000000000016);

    function finalizeBridgeERC20(
        address localToken,
        address remoteToken,
        address from,
        address to,
        uint256 amount,
        uint32 extra
    ) external {
        bytes memory extraData = extra == 0 ? bytes("") : abi.encodePacked(extra);
        ITokenLab(localToken).mint(to, amount);
        emit DepositFinalized(remoteToken, localToken, from, to, amount, extraData);
        emit ERC20BridgeFinalized(localToken, remoteToken, from, to, amount, extraData);
    }

    /// Ether goes to Ethereum by the same bridge and passer.
    function bridgeEther(address to) external {
        emit ETHBridgeInitiated(msg.sender, to, 1, "");
        PASSER.pass(to, "");
        MESSENGER.sendMessage(to, "", 200000);
    }

    function _bridge(address localToken, address remoteToken, address to, uint256 amount, bytes memory extraData)
        internal
        override
    {
        ITokenLab(localToken).burn(msg.sender, amount);
        emit WithdrawalInitiated(remoteToken, localToken, msg.sender, to, amount, extraData);
        emit ERC20BridgeInitiated(localToken, remoteToken, msg.sender, to, amount, extraData);
        PASSER.pass(remoteToken, abi.encode(remoteToken, localToken, msg.sender, to, amount, extraData));
        MESSENGER.sendMessage(remoteToken, abi.encode(remoteToken, localToken, msg.sender, to, amount, extraData), 200000);
    }
}

contract BridgedTokenLab {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event Mint(address indexed account, uint256 amount);
    event Burn(address indexed account, uint256 amount);

    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;

    function transfer(address to, uint256 value) external returns (bool) {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        emit Transfer(msg.sender, to, value);
        return true;
    }

    // Everybody may: the tests are no thieves.
    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        balanceOf[from] -= value;
        balanceOf[to] += value;
        emit Transfer(from, to, value);
        return true;
    }

    function approve(address spender, uint256 value) external returns (bool) {
        emit Approval(msg.sender, spender, value);
        return true;
    }

    function mint(address to, uint256 value) external {
        totalSupply += value;
        balanceOf[to] += value;
        emit Transfer(address(0), to, value);
        emit Mint(to, value);
    }

    function burn(address from, uint256 value) external {
        totalSupply -= value;
        balanceOf[from] -= value;
        emit Transfer(from, address(0), value);
        emit Burn(from, value);
    }
}
